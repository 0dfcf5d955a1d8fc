/** What others do with the same birds, and streams as a process meets them: for the first time. */
@NullMarked
package dev.instancepatch.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
