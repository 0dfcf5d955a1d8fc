package dev.instancepatch.agent.capture;

import org.objectweb.asm.Type;

/** The types of the fields of a class that travels whole: they are part of what its objects are in a stream, and stay as they are. */
final class FieldTypes {
    private FieldTypes() {}

    static void require(String descriptor, Part part) {
        Type type = Type.getType(descriptor);
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            part.program().type(element.getInternalName(), part);
            if (!part.visibility().sees(element.getInternalName())) {
                throw part.refuseInvisible(
                        element.getInternalName(), "uses " + Part.dotted(part.name()) + ", which has a field of type");
            }
        }
    }
}
