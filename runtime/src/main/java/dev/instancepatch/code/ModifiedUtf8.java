package dev.instancepatch.code;

/** Text as class files have it (JVMS 4.4.7). */
final class ModifiedUtf8 {
    private static final int LAST_WITH_LONG_FORMS =
            47; // JVMs let class files before Java 1.4 spell a character longer than need be

    private ModifiedUtf8() {}

    static String read(ClassBytes in, int major) throws MalformedBundleException {
        ClassBytes text = in.part(in.u2());
        StringBuilder read = new StringBuilder(text.left());
        while (text.left() > 0) {
            read.append(character(text, major));
        }
        return read.toString();
    }

    private static char character(ClassBytes text, int major) throws MalformedBundleException {
        int first = text.u1();
        if (first > 0 && first < 0x80) {
            return (char) first;
        }
        int least = 0x80;
        int character;
        if (first >> 5 == 0b110) {
            character = (first & 0x1f) << 6 | continuation(text);
        } else if (first >> 4 == 0b1110) {
            least = 0x800;
            character = (first & 0xf) << 12 | continuation(text) << 6 | continuation(text);
        } else {
            throw new MalformedBundleException("a text in it is none");
        }
        if (character < least && character != 0 && major > LAST_WITH_LONG_FORMS) {
            throw new MalformedBundleException("a text in it is none");
        }
        return (char) character;
    }

    private static int continuation(ClassBytes text) throws MalformedBundleException {
        int next = text.u1();
        if (next >> 6 != 0b10) {
            throw new MalformedBundleException("a text in it is none");
        }
        return next & 0x3f;
    }
}
