package dev.instancepatch.agent.capture;

import dev.instancepatch.code.ClassUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A unit, and what is known here of the code it came from.
 *
 * @param calls which of its methods call what
 * @param problems which of its methods could not be taken along, and why
 * @param uses the units it uses
 */
record MadeUnit(ClassUnit unit, Map<String, Set<String>> calls, Map<String, String> problems, List<MadeUnit> uses) {}
