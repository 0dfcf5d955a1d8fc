package dev.instancepatch.it.serialization;

/** Classes whose fields and superclasses differ between writer and reader, as Java serialization allows or forbids. */
class EvolutionTest extends SameBehaviour {
    EvolutionTest() {
        super("Evolution");
        fields();
        superclasses();
    }

    private void fields() {
        expect("added-field", "4 0 0 null null, true, next", "hello");
        expect("removed-field", "4, true, next", "hello");
        expect(
                "retyped-primitive",
                "InvalidClassException evolving.Fields$Retyped; incompatible types for field legs",
                "");
        expect("narrowed-type-that-fits", "robin 4, true, next", "hello");
        expect(
                "narrowed-type-that-does-not-fit",
                "ClassCastException cannot assign instance of java.lang.Integer to field evolving.Fields$Narrowed.name of"
                        + " type java.lang.String in instance of evolving.Fields$Narrowed",
                "");
        expect("renamed-field", "0 robin, true, next", "hello");
        expect("transient-field", "0 robin, true, next", "hello");
        expect("static-field", "8 robin, true, next", "hello");
        expect("final-fields", "4 robin [1, 2], true, next", "hello");
    }

    private void superclasses() {
        expect("inserted-superclass", "1 0 3 no data, base 1, true, next", "hello");
        expect("inserted-on-top", "0 0 3 no data, base 0, true, next", "hello");
        expect("removed-superclass", "1 3, true, next", "hello");
        expect("removed-topmost-superclass", "3, true, next", "hello");
        expect("swapped-superclasses", "0 2 3, true, next", "hello");
        expect("superclass-becomes-serializable", "0 3, true, next", "hello");
        expect("superclass-no-more-serializable", "8 3, true, next", "hello");
        expect(
                "superclass-constructor-out-of-reach",
                "InvalidClassException evolving.Parents$OutOfReach; no valid constructor",
                "");
        expect("custom-data-nobody-reads", "1 3, true, next", "hello");
        expect("custom-data-of-removed-superclass", "1 3, true, next", "hello");
    }
}
