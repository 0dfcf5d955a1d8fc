/**
 * Who answers for received code: policies, keys, signatures, and the gate that nothing received goes around. Files of keys are read,
 * and their form is checked, before main and without a security provider; keys are made of them when the first signature asks.
 */
@NullMarked
package dev.instancepatch.trust;

import org.jspecify.annotations.NullMarked;
