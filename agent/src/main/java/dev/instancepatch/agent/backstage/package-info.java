/** What all rooms of the agent share: access to the JVM that an application does not have, and where failures are noted. */
@NullMarked
package dev.instancepatch.agent.backstage;

import org.jspecify.annotations.NullMarked;
