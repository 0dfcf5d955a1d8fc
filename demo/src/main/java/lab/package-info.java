/** The reader of statistics: a main, and nothing else than a library that nobody here wrote. */
package lab;
