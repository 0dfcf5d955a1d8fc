package dev.instancepatch.it.trust.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Bytes on their way, and what an attacker does with them.
 *
 * @param format {@code stream} or {@code parcel}
 */
record Sent(String format, byte[] bytes) {
    private static final int SIGNATURE = 64;
    private static final int SUM_AT = 12;
    private static final int HEADER = 16;

    boolean isParcel() {
        return format.equals("parcel");
    }

    /** Returns other bytes in the same format. */
    Sent with(byte[] changed) {
        return new Sent(format, changed);
    }

    Sent cut(int length) {
        return with(Arrays.copyOf(bytes, length));
    }

    Sent flipped(int at, int bit) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << bit);
        return with(changed);
    }

    /** Returns the parcel with a checksum that fits its content: anybody can compute one. */
    Sent summed() {
        byte[] changed = bytes.clone();
        ByteBuffer header = ByteBuffer.wrap(changed);
        int length = header.getInt(4);
        if (length >= 0 && length <= changed.length - HEADER) {
            CRC32 crc = new CRC32();
            crc.update(changed, 0, SUM_AT);
            crc.update(changed, HEADER, length);
            header.putInt(SUM_AT, (int) crc.getValue());
        }
        return with(changed);
    }

    /** Returns these bytes with a text in the place of another one of the same length, wherever it stands. */
    Sent replaced(String text, String by) {
        if (text.length() != by.length() || count(text) == 0) {
            throw new IllegalArgumentException(text + " stands here " + count(text) + " times");
        }
        return with(new String(bytes, ISO_8859_1).replace(text, by).getBytes(ISO_8859_1));
    }

    int count(String text) {
        int count = 0;
        String all = new String(bytes, ISO_8859_1);
        for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
            count++;
        }
        return count;
    }

    /** Returns where the seal begins that names this key. */
    int sealOf(Key key) {
        return sealOf(key, 0);
    }

    /** Returns where the next one begins. */
    int sealOf(Key key, int from) {
        int at = new String(bytes, ISO_8859_1).indexOf(new String(key.fingerprint(), ISO_8859_1), from);
        if (at < 0) {
            throw new IllegalArgumentException("no seal of that key");
        }
        return at;
    }

    /** Returns how long a seal is that begins somewhere. */
    int sealLength(int at) {
        int audience = ByteBuffer.wrap(bytes).getShort(at + 16);
        return 18 + audience + SIGNATURE;
    }

    /** Returns these bytes with somebody else's seal, of the same length, in the place of their own. */
    Sent sealedAs(Key own, Sent other, Key others) {
        int at = sealOf(own);
        int from = other.sealOf(others);
        byte[] changed = bytes.clone();
        System.arraycopy(other.bytes, from, changed, at, other.sealLength(from));
        return with(changed);
    }

    /** Returns these bytes with a seal that names another key, over the signature of their own. */
    Sent claiming(Key own, Key other) {
        byte[] changed = bytes.clone();
        System.arraycopy(other.fingerprint(), 0, changed, sealOf(own), other.fingerprint().length);
        return with(changed);
    }

    /** Returns these bytes with others, of the same number, somewhere in them. */
    Sent put(int at, byte... others) {
        byte[] changed = bytes.clone();
        System.arraycopy(others, 0, changed, at, others.length);
        return with(changed);
    }
}
