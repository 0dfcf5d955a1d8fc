package dev.instancepatch.inspect;

import java.io.ObjectStreamConstants;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class as a stream describes it; not a class of this JVM. */
final class Described implements Content {
    private final String name;
    private final long serialVersionUID;
    private final Content instance;
    private int flags;
    private long primitiveBytes; // of an object's fields
    private int references; // fields that hold objects
    private @Nullable Described
            nearestWithData; // itself, or the nearest superclass whose objects have bytes in a stream
    private @Nullable Described superclass;
    private @Nullable List<Described> slots;
    private boolean complete;
    private int objects;

    Described(String name, long serialVersionUID) {
        this.name = name;
        this.serialVersionUID = serialVersionUID;
        this.instance = new Plain(name);
    }

    @Override
    public String typeName() {
        return "java.io.ObjectStreamClass";
    }

    String name() {
        return name;
    }

    long serialVersionUID() {
        return serialVersionUID;
    }

    int objects() {
        return objects;
    }

    void countObject() {
        objects++;
    }

    /** Returns what any of its objects is. */
    Content instance() {
        return instance;
    }

    void setFlags(int read) {
        flags = read;
    }

    void addField(char type) {
        int width = width(type);
        primitiveBytes += width;
        references += width == 0 ? 1 : 0;
    }

    /** Ends the description; from now on there may be objects of the class. */
    void complete(@Nullable Described above) {
        superclass = above;
        nearestWithData = hasData() || above == null ? this : above.nearestWithData;
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    /** Returns the classes whose data an object has in the stream, the topmost first: each takes a byte of it at least. */
    List<Described> slots() {
        if (slots == null) {
            slots = findSlots();
        }
        return slots;
    }

    private List<Described> findSlots() {
        Deque<Described> found = new ArrayDeque<>();
        Described type = nearestWithData;
        while (type != null && type.hasData()) {
            found.addFirst(type);
            type = type.superclass == null ? null : type.superclass.nearestWithData;
        }
        return List.copyOf(found);
    }

    private boolean hasData() {
        return isExternal() || hasCustomData() || primitiveBytes > 0 || references > 0;
    }

    boolean isExternal() {
        return (flags & ObjectStreamConstants.SC_EXTERNALIZABLE) != 0;
    }

    /** Returns true if objects and blocks stand behind the fields, up to an end mark. */
    boolean hasCustomData() {
        return (flags & ObjectStreamConstants.SC_WRITE_METHOD) != 0 || isExternalInBlocks();
    }

    private boolean isExternalInBlocks() {
        return isExternal() && (flags & ObjectStreamConstants.SC_BLOCK_DATA) != 0;
    }

    /** Returns true if the stream does not say where the data of its objects ends: protocol version 1. */
    boolean isEndless() {
        return isExternal() && !isExternalInBlocks();
    }

    long primitiveBytes() {
        return isExternal() ? 0 : primitiveBytes;
    }

    int references() {
        return isExternal() ? 0 : references;
    }

    /** Returns how many bytes a value takes (JVMS 4.3.2): 0 for objects, -1 for what is no type. */
    static int width(char type) {
        return switch (type) {
            case 'B', 'Z' -> 1;
            case 'C', 'S' -> 2;
            case 'F', 'I' -> 4;
            case 'D', 'J' -> 8;
            case 'L', '[' -> 0;
            default -> -1;
        };
    }
}
