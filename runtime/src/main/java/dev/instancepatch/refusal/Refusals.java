package dev.instancepatch.refusal;

import dev.instancepatch.Code;
import dev.instancepatch.PatchException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words every refusal of an API call, of a call of a patched method, and of writing: code, what happened with full names; path
 * or candidates; one next action. Types and paths, never captured values.
 */
public final class Refusals {
    private Refusals() {}

    private static PatchException refusal(Code code, @Nullable Throwable cause, String... lines) {
        return new PatchException(code, Text.of(code, lines), cause);
    }

    // The object

    public static PatchException nullArgument(String what) {
        return refusal(Code.NULL_ARGUMENT, null, what + " is null.", "Pass an object.");
    }

    public static PatchException noAgent(String why, @Nullable Throwable cause) {
        return refusal(
                Code.NO_AGENT,
                cause,
                "This needs the Instance Patch agent, and this JVM runs without it: " + why + ".",
                "Start it with: java -javaagent:instance-patch-agent.jar ...");
    }

    public static PatchException agentSwitchedOff(@Nullable Throwable cause) {
        String why = cause == null
                ? ""
                : String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return refusal(
                Code.NO_AGENT,
                cause,
                "The Instance Patch agent has switched itself off in this JVM: " + why,
                "Start without other agents to find out which one stands in its way, and report it.");
    }

    public static PatchException secondRuntime(String loader) {
        return refusal(
                Code.SECOND_RUNTIME,
                null,
                "This Patch is a second copy, loaded by " + loader
                        + "; the agent serves the one of the system class loader.",
                "Leave instance-patch-runtime out of the application's archive (scope provided), or let its loader delegate"
                        + " dev.instancepatch to its parent.");
    }

    public static PatchException notAMethod(String reference, String why) {
        return refusal(
                Code.NOT_A_METHOD,
                null,
                "The reference to a method of " + reference + " names none that could be patched: " + why + ".",
                "Pass Type::method, or name it: method(\"name\", function).");
    }

    public static PatchException unpatchableObject(Class<?> type, String why) {
        return refusal(
                Code.UNPATCHABLE_OBJECT,
                null,
                type.getTypeName() + " cannot be patched: " + why + ".",
                "Patch the object that uses it.");
    }

    public static PatchException excludedClass(Class<?> type) {
        return refusal(
                Code.EXCLUDED_CLASS,
                null,
                type.getTypeName() + " cannot be patched: the agent's options exclude it.",
                "Take it out of exclude= and start again.");
    }

    public static PatchException weavingFailed(Method method, String why, @Nullable Throwable cause) {
        return refusal(
                Code.WEAVING_FAILED,
                cause,
                Names.of(method) + " cannot be patched: " + why + ".",
                "The class runs unchanged. Start without other agents, or with dump=FOLDER to look at it.");
    }

    public static PatchException weavingFailedFor(Class<?> type, Throwable cause) {
        return refusal(
                Code.WEAVING_FAILED,
                cause,
                "Objects of " + type.getTypeName() + " cannot be patched: their class could not be transformed: "
                        + cause + ".",
                "The class runs unchanged. Start without other agents, or with dump=FOLDER to look at it.");
    }

    // The method

    public static PatchException unpatchableMethod(Method method, String why) {
        return refusal(
                Code.UNPATCHABLE_METHOD,
                null,
                Names.of(method) + " cannot be patched: it is " + why + ".",
                "Patch a method that calls it.");
    }

    public static PatchException unknownMethod(Class<?> type, String what, List<Method> candidates) {
        return refusal(
                Code.UNKNOWN_METHOD,
                null,
                type.getTypeName() + " has no method " + what + ".",
                candidates.isEmpty() ? "Check the name." : "Did you mean: " + Names.signatures(candidates) + "?");
    }

    public static PatchException ambiguousMethod(Class<?> type, String name, List<Method> candidates) {
        return refusal(
                Code.AMBIGUOUS_METHOD,
                null,
                "Several methods \"" + name + "\" of " + type.getTypeName() + " fit the function.",
                "Candidates: " + Names.signatures(candidates),
                "Declare the lambda's parameter types, or choose with overload(\"" + name + "\", types...).");
    }

    public static PatchException missingClass(String from, Throwable cause) {
        return refusal(
                Code.MISSING_CLASS,
                cause,
                "A signature of " + from + " names a class that is not there: " + cause.getMessage() + ".",
                "Put it on the class path.");
    }

    // The function

    public static PatchException ambiguousFunction(Class<?> function, List<String> kinds) {
        return refusal(
                Code.AMBIGUOUS_FUNCTION,
                null,
                function.getTypeName() + " implements several ways to be called: " + String.join(", ", kinds) + ".",
                "Pass a function that implements one of them.");
    }

    public static PatchException wrongSelf(Class<?> declared, Class<?> object) {
        return refusal(
                Code.WRONG_PARAMETER,
                null,
                "The function expects an object of " + declared.getTypeName() + ", and this one is of "
                        + object.getTypeName() + ".",
                "Declare self as " + object.getTypeName() + " or a superclass.");
    }

    public static PatchException wrongParameter(Method method, int index, Class<?> declared) {
        return refusal(
                Code.WRONG_PARAMETER,
                null,
                "Parameter " + (index + 1) + " of the function for " + Names.of(method) + " is "
                        + declared.getTypeName() + "; expected "
                        + method.getParameterTypes()[index].getTypeName() + " or a supertype, boxed.",
                "Change the function's parameter type.");
    }

    public static PatchException wrongArity(Method method, int arity) {
        return refusal(
                Code.WRONG_PARAMETER,
                null,
                "The function takes " + arity + " after self, and " + Names.of(method) + " takes "
                        + method.getParameterCount() + ".",
                "Pass a function with as many parameters, or an Interceptor, which takes any number.");
    }

    public static PatchException voidReplacementOfResult(Method method) {
        return refusal(
                Code.WRONG_RESULT,
                null,
                Names.of(method) + " returns " + method.getReturnType().getTypeName()
                        + "; voidMethod replaces void methods.",
                "Use method(name, function) with a result.");
    }

    /** For a function whose declared result never fits, and for a result that did not. */
    public static PatchException wrongResult(Method method, Class<?> expected, Class<?> actual) {
        return refusal(
                Code.WRONG_RESULT,
                null,
                Names.of(method) + " returns " + expected.getTypeName() + ", and its replacement returns "
                        + actual.getTypeName() + ".",
                "Return a " + expected.getTypeName() + " from the function.");
    }

    public static PatchException nullResult(Method method) {
        return refusal(
                Code.NULL_RESULT,
                null,
                Names.of(method) + " returns " + method.getReturnType().getTypeName()
                        + ", and its replacement returned null.",
                "Return a value from the function.");
    }

    public static PatchException reasonTooLong(int length, int most) {
        return refusal(
                Code.WRONG_ARGUMENT,
                null,
                "The reason of a patch has " + length + " characters, and " + most + " travel.",
                "Say it shorter, or refer to where it is said.");
    }

    // A call

    public static PatchException wrongArgument(Method method, int index, Class<?> expected, @Nullable Class<?> actual) {
        return refusal(
                Code.WRONG_ARGUMENT,
                null,
                "Argument " + (index + 1) + " of " + Names.of(method) + " is " + typeOrNull(actual) + "; expected "
                        + expected.getTypeName() + ".",
                "Pass an argument of the method's own parameter type.");
    }

    public static PatchException wrongArgumentForFunction(
            Method method, int index, Class<?> declared, Class<?> actual) {
        return refusal(
                Code.WRONG_ARGUMENT,
                null,
                "Argument " + (index + 1) + " of " + Names.of(method) + " is " + actual.getTypeName()
                        + "; the function declares " + declared.getTypeName() + ".",
                "Declare the function's parameter as " + method.getParameterTypes()[index].getTypeName() + ".");
    }

    public static PatchException wrongArgumentCount(Method method, int expected, int actual) {
        return refusal(
                Code.WRONG_ARGUMENT,
                null,
                Names.of(method) + " takes " + expected + " arguments; original was called with " + actual + ".",
                "Pass all of them, primitives boxed.");
    }

    public static PatchException noSuchArgument(Method method, int index, int count) {
        return refusal(
                Code.WRONG_ARGUMENT,
                null,
                Names.of(method) + " has no argument with index " + index + ": it takes " + count + ".",
                "Count from 0.");
    }

    public static PatchException originalExpired(Method method) {
        return refusal(
                Code.ORIGINAL_EXPIRED,
                null,
                "original of " + Names.of(method) + " was called after the call it belongs to had returned.",
                "Call it before the function returns.");
    }

    public static PatchException scopeClosed() {
        return refusal(
                Code.SCOPE_CLOSED,
                null,
                "This PatchScope is closed.",
                "Patch before its try block ends, or outside of it.");
    }

    public static PatchException cannotLink(String function, String why, @Nullable Throwable cause) {
        return refusal(
                Code.CANNOT_LINK,
                cause,
                "The received function " + function + " cannot be linked in this JVM: " + why + ".",
                "Put what it names on the class path, in the version that the sender compiled against.");
    }

    // Travelling

    public static PatchException notAPackage(String name) {
        return refusal(
                Code.WRONG_ARGUMENT,
                null,
                "\"" + name + "\" is no name of an application's package.",
                "Name a package, for example com.acme.jobs; its sub-packages are included.");
    }

    public static PatchException notCapturable(String function, String why, @Nullable Throwable cause) {
        return refusal(
                Code.NOT_CAPTURABLE,
                cause,
                "The function " + function + " cannot travel: " + why + ".",
                "Use what travels, or keep the patch here with Patch.on(object).local().");
    }

    public static PatchException notCapturable(String function, String why, String path, @Nullable Throwable cause) {
        return refusal(
                Code.NOT_CAPTURABLE,
                cause,
                "The function " + function + " cannot travel: " + why + ".",
                "Path: " + path,
                "Use what travels, or keep the patch here with Patch.on(object).local().");
    }

    /** For a function that captured what cannot travel by value. */
    public static PatchException notCapturableWithin(String function, String path, PatchException cause) {
        String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return refusal(
                Code.NOT_CAPTURABLE,
                cause,
                "The function " + function + " cannot travel, since it captured what cannot: "
                        + why.substring(why.indexOf("] ") + 2),
                "Path: " + path,
                "Use what travels, or keep the patch here with Patch.on(object).local().");
    }

    public static PatchException notSerializableCapture(
            String function, String path, String type, @Nullable Throwable cause) {
        return refusal(
                Code.NOT_CAPTURABLE,
                cause,
                "The function " + function + " cannot travel: " + type + " is not Serializable.",
                "Path: " + path,
                "Capture what it is made from and make it inside the function, or keep the patch here with Patch.on(object).local().");
    }

    public static PatchException notCarried(Class<?> type, List<Method> patched, String why, String path) {
        return refusal(
                Code.NOT_CARRIED,
                null,
                "The patches of this " + type.getTypeName() + " cannot travel: " + why + ".",
                (path.isEmpty() ? "" : "At " + path + ". ") + "Patched: " + Names.signatures(patched),
                "Restore them before writing, patch through Patch.on(object).local(), or let writers leave them out"
                        + " with uncarried=drop.");
    }

    // Parcels

    /**
     * Words the refusal of an object that cannot be packed.
     *
     * @param type what the stream said of it: its class
     * @param path the way to it, its root's class first
     */
    public static PatchException notSerializable(String type, String path, Throwable cause) {
        return refusal(
                Code.NOT_SERIALIZABLE,
                cause,
                "The graph cannot be packed: " + type + " is not Serializable.",
                "Path: " + path,
                "Make its class Serializable, or the field that leads to it transient.");
    }

    public static PatchException tooDeepToWrite(long stackBytes, Throwable cause) {
        return refusal(
                Code.TOO_DEEP,
                cause,
                "The graph is nested too deeply to be written: " + Names.mebibytes(stackBytes)
                        + " of stack are not enough.",
                "Let what links its objects to each other write them as a list (writeObject), and check that no writeObject"
                        + " or writeReplace goes round in circles.");
    }

    public static PatchException graphTooLarge(long most) {
        return refusal(
                Code.PARCEL_TOO_LARGE,
                null,
                "The graph takes more than " + most + " bytes, and a parcel here holds no more.",
                "Pack less, or start sender and receiver with max-bytes=N.");
    }

    // Keys

    /** For a file or folder that cannot be opened, read or listed. */
    private static String typeOrNull(@Nullable Class<?> type) {
        return type == null ? "null" : type.getTypeName();
    }
}
