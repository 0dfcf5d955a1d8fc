package dev.instancepatch.trust;

/**
 * A line of a key file that is not blank.
 *
 * @param number counted from 1, for messages
 * @param text without the blanks around it
 */
record PemLine(int number, String text) {}
