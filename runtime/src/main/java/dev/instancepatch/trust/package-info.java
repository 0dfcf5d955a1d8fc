/** Who answers for received code: policies, keys, signatures, and the gate that nothing received goes around. */
@NullMarked
package dev.instancepatch.trust;

import org.jspecify.annotations.NullMarked;
