package dev.instancepatch.it.serialization;

/** Objects that write others in their place, and objects that put others in their place when they are read. */
class ReplacingTest extends SameBehaviour {
    ReplacingTest() {
        super("Replacing");

        access();
        replaced();
        shared();
        resolving();
        platform();
    }

    private void access() {
        expect("PrivateReplace", "PrivateReplace stood in for, true, next", "hello");
        expect("PackageReplace", "PackageReplace stood in for, true, next", "hello");
        expect("ProtectedReplace", "ProtectedReplace stood in for, true, next", "hello");
        expect("PublicReplace", "PublicReplace stood in for, true, next", "hello");
        expect("StaticReplace", "StaticReplace made, true, next", "hello");
        expect("BelowPrivateReplace", "BelowPrivateReplace made, true, next", "hello");
        expect("BelowPackageReplace", "PackageReplace stood in for, true, next", "hello");
        expect("BelowProtectedReplace", "ProtectedReplace stood in for, true, next", "hello");
        expect("PrivateResolve", "PrivateResolve resolved, true, next", "hello");
        expect("PackageResolve", "PackageResolve resolved, true, next", "hello");
        expect("ProtectedResolve", "ProtectedResolve resolved, true, next", "hello");
        expect("PublicResolve", "PublicResolve resolved, true, next", "hello");
        expect("StaticResolve", "StaticResolve made, true, next", "hello");
        expect("BelowPrivateResolve", "BelowPrivateResolve made, true, next", "hello");
        expect("BelowPackageResolve", "PackageResolve resolved, true, next", "hello");
        expect("BelowProtectedResolve", "ProtectedResolve resolved, true, next", "hello");
        expect("elsewhere.BelowPackageReplace", "BelowPackageReplace made, true, next", "hello");
        expect("elsewhere.BelowProtectedReplace", "ProtectedReplace stood in for, true, next", "hello");
        expect("elsewhere.BelowPackageResolve", "BelowPackageResolve made, true, next", "hello");
        expect("elsewhere.BelowProtectedResolve", "ProtectedResolve resolved, true, next", "hello");
    }

    private void replaced() {
        expect("by-itself", "null, true, next", "hello");
        expect("by-object", "stand, true, next", "hello");
        expect("by-record", "stand, true, next", "hello");
        expect("by-externalizable", "stand, true, next", "hello");
        expect("by-next", "second, true, next", "hello");
        expect("by-third", "third, true, next", "hello");
        expect("by-null", "null, true, next", "").unwritten("[not-carried]", "shared.Replaced$By", "Patched: hi()");
        expect("by-string", "string, true, next", "").unwritten("[not-carried]", "shared.Replaced$By", "Patched: hi()");
        expect("by-array", "array, true, next", "").unwritten("[not-carried]", "shared.Replaced$By", "Patched: hi()");
        expect("by-class", "class java.lang.String, true, next", "")
                .unwritten("[not-carried]", "shared.Replaced$By", "Patched: hi()");
        expect("by-enum", "NEW, true, next", "").unwritten("[not-carried]", "shared.Replaced$By", "Patched: hi()");
        expect("by-list", "[a], true, next", "")
                .refused("[target-missing]", "shared.Replaced$By.hi", "java.util.ArrayList");
        expect("by-other-speaker", "Other, true, next", "hello")
                .refused("[target-missing]", "shared.Replaced$By.hi", "shared.Replaced$Other");
        expect("by-copy", "1, true, next", "hello");
        expect(
                "wrong-type-for-field",
                "ClassCastException cannot assign instance of java.lang.String to field shared.Replaced$Holder.held of type shared.Replaced$By in instance of shared.Replaced$Holder",
                "");
    }

    private void shared() {
        expect("in-cycle", "true true Stand", "hello");
        expect("two-by-one", "one true", "hello")
                .unwrittenBut("SQUAWK", "[not-carried]", "shared.Replaced$By", "written before");
        expect("second-patched-by-one", "one true", "hello")
                .unwritten("[not-carried]", "shared.Replaced$By", "Patched: hi()");
        expect("stand-in-first", "one true", "hello").unwritten("[not-carried]", "shared.Replaced$By", "Patched: hi()");
        expect("many", "300 0", "hello, hello, hello, hello").patched("300 0", "SQUAWK, hello, hello, SQUAWK");
    }

    private void resolving() {
        expect("to-itself", "itself, true, next", "hello");
        expect("to-null", "null next", "");
        expect("to-string", "resolved next", "")
                .refused("[target-missing]", "shared.Replaced$Resolving.hi", "java.lang.String");
        expect("to-the-one-and-only", "true, true, next", "hello");
        expect("to-other", "Other, true, next", "hello")
                .refused("[target-missing]", "shared.Replaced$Resolving.hi", "shared.Replaced$Other");
        expect("to-next", "itself true true", "hello");
        expect("to-patched-next", "itself true true", "hello");
    }

    private void platform() {
        expect("date", "2024-01-01 366", "").patched("2024-01-01 1", "");
        expect("list", "[a, b] false", "").patched("[a, b] true", "");
        expect("enum-set", "[NEW] false", "").patched("[NEW] true", "");
    }
}
