/** What the agent costs before anything is patched: the start of a JVM, the loading of classes, and what archives of classes save. */
@NullMarked
package dev.instancepatch.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
