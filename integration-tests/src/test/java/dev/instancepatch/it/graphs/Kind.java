package dev.instancepatch.it.graphs;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of object that graphs are made of, and how Java serialization treats each. See the fixture {@code kinds}. */
public enum Kind {
    BEAN("Bean", "default fields"),
    CUSTOM("Custom", "writeObject with defaultWriteObject"),
    BARE("Bare", "writeObject without defaultWriteObject"),
    GREEDY("Greedy", "a reader that reads to the end of its block"),
    LAX("Lax", "a reader that leaves data unread"),
    FIELDS("Fields", "serialPersistentFields and PutField"),
    EXTERNAL("External", "Externalizable"),
    REPLACED("Replaced", "writeReplace and readResolve"),
    POINT("Point", "record"),
    SEGMENT("Segment", "record with a record component"),
    SUB("Sub", "superclass that is not Serializable"),
    DEEP("Deep", "hierarchy of three levels"),
    INNER("Inner", "inner class"),
    ANONYMOUS("Anonymous", "anonymous class"),
    PROXY("Proxy", "dynamic proxy"),
    ARRAY_LIST("ArrayList", "ArrayList"),
    HASH_MAP("HashMap", "HashMap"),
    LOCAL_DATE("LocalDate", "LocalDate"),
    LIST_OF("ListOf", "List.of"),
    OPTIONALLY("Optionally", "bean that holds an Optional transiently"),
    COLOUR("Colour", "enum constant"),
    ARRAY("Array", "array");

    private final String word;
    private final String description;

    Kind(String word, String description) {
        this.word = word;
        this.description = description;
    }

    static Kind of(String word) {
        return Stream.of(values()).filter(k -> k.word.equals(word)).findFirst().orElseThrow();
    }

    /** All but arrays, which have no methods of their own. */
    public static List<Kind> patchable() {
        return Stream.of(values()).filter(k -> k != ARRAY).toList();
    }

    /** The name in the text of a graph. */
    public String word() {
        return word;
    }

    /** True if it can be made before what it holds, so that it can be in a cycle of its own kind. */
    public boolean open() {
        return switch (this) {
            case POINT, SEGMENT, LOCAL_DATE, LIST_OF, COLOUR -> false;
            default -> true;
        };
    }

    /** True if it holds no other objects. */
    public boolean leaf() {
        return this == LOCAL_DATE || this == COLOUR;
    }

    /** True for records: until they are complete, references back to them are null. */
    boolean isRecord() {
        return this == POINT || this == SEGMENT;
    }

    /** True where the stream has another object in its place: until that is complete, references back lead to it. */
    boolean isReplaced() {
        return this == REPLACED || this == LIST_OF || this == LOCAL_DATE;
    }

    /** How its class is shown in what a JVM says it read. */
    String shown() {
        return switch (this) {
            case INNER -> "Outer$Inner";
            case ANONYMOUS -> "Anonymous$1";
            default -> word;
        };
    }

    @Override
    public String toString() {
        return description;
    }
}
