package dev.instancepatch.it.serialization;

/** Classes that have another serialVersionUID, another kind, another name or no place at all at the reader. */
class VersionsTest extends SameBehaviour {
    VersionsTest() {
        super("Versions");
        versions();
        kinds();
        expect("moved", "5 true arriving.Moved$Part", "hello");
        expect("gone", "ClassNotFoundException leaving.Gone", "");
        expect("inside-is-gone", "ClassNotFoundException leaving.Gone", "");
        expect("superclass-of-other-loader", "2 3 false false", "hello");
        expect("reader-refuses", "IOException refused by the reader", "");
    }

    private void versions() {
        expect("default", "4", "hello");
        incompatible("other-default", "OtherDefault", "N", "N");
        incompatible("explicit", "Explicit", "1", "2");
        incompatible("default-then-explicit", "DefaultThenExplicit", "N", "1");
        expect("not-a-long", "4", "hello");
        incompatible("superclass-of-other-version", "OtherParent", "1", "2");
        expect("array-of-other-version", "2", "hello");
        incompatible("class-of-other-version", "Explicit", "1", "2");
        incompatible("object-of-other-version", "Explicit", "1", "2");
        expect("stood-in-class-of-other-version", "StoodIn", "hello");
        expect("interface-of-other-version", "4 more", "hello");
        expect("class-that-is-no-more-serializable", "class evolving.Kinds$NoMoreSerializable", "hello");
    }

    private void incompatible(String name, String type, String stream, String local) {
        expect(
                name,
                "evolving.Versions$" + type + "; local class incompatible: stream classdesc serialVersionUID = "
                        + stream + ", local class serialVersionUID = " + local,
                "");
    }

    private void kinds() {
        String invalid = "InvalidClassException ";
        String both = "; Serializable incompatible with Externalizable";
        expect("class-to-externalizable", invalid + "evolving.Kinds$ClassToExternalizable" + both, "");
        expect("externalizable-to-class", invalid + "evolving.Kinds$ExternalizableToClass" + both, "");
        expect(
                "no-more-serializable",
                invalid + "evolving.Kinds$NoMoreSerializable; class invalid for deserialization",
                "");
        expect("class-to-enum", invalid + "cannot bind non-enum descriptor to an enum class", "");
        expect("enum-to-class", invalid + "cannot bind enum descriptor to a non-enum class", "")
                .unwritten("[not-carried]", "evolving.Kinds$EnumToClass", "enum constant");
        expect("class-to-record", "robin 4", "hello");
        expect("subclass-to-record", "robin 4", "hello");
        expect("record-to-class", "robin 4 0", "hello");
        expect("class-to-abstract", invalid + "evolving.Kinds$NowAbstract; unable to create instance", "");
        expect("class-to-interface", invalid + "evolving.Kinds$NowInterface; no valid constructor", "");
        expect("class-to-final", "4", "hello");
        expect("uninitializable", "ExceptionInInitializerError", "");
        expect("nested-to-inner", "4 false", "hello");
    }
}
