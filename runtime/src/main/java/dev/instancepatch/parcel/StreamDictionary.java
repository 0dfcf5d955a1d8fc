package dev.instancepatch.parcel;

import java.nio.charset.StandardCharsets;

/**
 * What object streams have in common, for deflation (RFC 1950, preset dictionary): the likeliest last. Class descriptors stand
 * here as streams hold them (Java Object Serialization Specification, 6.4): length and name, serialVersionUID, flags, fields.
 * Part of the format: never change it, add another one under another format version.
 */
final class StreamDictionary {
    private static final String ONE = "\0\0\0\0\0\0\0\1"; // the serialVersionUID of our own classes

    private static final String TEXT = String.join(
            "",
            "sr\0\rjava.time.Ser\225]\204\272\33\"H\262\f\0\0xpw\7\3\0\0\7\352\1\1x",
            "sr\0\16java.util.Datehj\201\1KYt\31\3\0\0xpw\b\0\0\0\0\0\0\0\0x",
            "sr\0\16java.util.UUID\274\231\3\367\230m\205/\2\0\2J\0\fleastSigBitsJ\0\13mostSigBitsxp\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
            "sr\0\24java.math.BigDecimalT\307\25W\371\201(O\3\0\2I\0\5scaleL\0\6intValt\0\26Ljava/math/BigInteger;x",
            "sr\0\24java.math.BigInteger\214\374\237\37\251;\373\35\3\0\6I\0\bbitCountI\0\tbitLengthI\0\23firstNonzeroByteNumI\0\flowestSetBitI\0\6signum[\0\tmagnitudet\0\2[Bx",
            "sr\0\20java.lang.Double\200\263\302J)k\373\4\2\0\1D\0\5valuexr",
            "sr\0\21java.lang.Boolean\315 r\200\325\234\372\356\2\0\1Z\0\5valuexp\1",
            "sr\0\16java.lang.Long;\213\344\220\314\217#\337\2\0\1J\0\5valuexr",
            "sr\0\21java.util.TreeMap\f\301\366>-%j\346\3\0\1L\0\ncomparatort\0\26Ljava/util/Comparator;xppw\4\0\0\0\0x",
            "sr\0\24java.util.LinkedList\f)S]J`\210\"\3\0\0xpw\4\0\0\0\0x",
            "sr\0\21java.util.HashSet\272D\205\225\226\270\2674\3\0\0xpw\f\0\0\0\20?@\0\0\0\0\0\0x",
            "sr\0\27java.util.LinkedHashMap4\300N\\\20l\300\373\2\0\1Z\0\13accessOrderx",
            "sr\0\21java.util.HashMap\5\7\332\301\303\26`\321\3\0\2F\0\nloadFactorI\0\tthresholdxp?@\0\0\0\0\0\0w\b\0\0\0\20\0\0\0\0x",
            "sr\0\21java.util.CollSerW\216\253\266:\33\250\21\3\0\1I\0\3tagxp\0\0\0\1w\4\0\0\0\1",
            "ur\0\23[Ljava.lang.Object;\220\316X\237\20s)l\2\0\0xp\0\0\0\0",
            "ur\0\23[Ljava.lang.String;\255\322V\347\351\35{G\2\0\0xp\0\0\0\0",
            "ur\0\2[IM\272`&v\352\262\245\2\0\0xp\0\0\0\0",
            "ur\0\2[B\254\363\27\370\6\bT\340\2\0\0xp\0\0\0\0",
            "sr\0\23java.util.ArrayListx\201\322\35\231\307a\235\3\0\1I\0\4sizexp\0\0\0\1w\4\0\0\0\1",
            "sr\0\21java.lang.Integer\22\342\240\244\367\201\2078\2\0\1I\0\5valuexr\0\20java.lang.Number\206\254\225\35\13\224\340\213\2\0\0xp\0\0\0\1",
            "t\0\20Ljava/util/List;t\0\17Ljava/util/Map;t\0\17Ljava/util/Set;t\0\23Ljava/lang/Integer;t\0\20Ljava/lang/Long;",
            "Z\0\6activeI\0\5countJ\0\2idL\0\2idL\0\5valueL\0\4nextL\0\4namet\0\22Ljava/lang/String;q\0~\0\1xp",
            "\0\3()V\0\3()I\0\25(Ljava/lang/String;)V\0\24()Ljava/lang/String;",
            "\2\0\0xr\0\36dev.instancepatch.wire.Patched" + ONE + "\2\0\1L\0\1pt\0\22Ljava/lang/Object;xp",
            "sr\0\36dev.instancepatch.wire.Payload" + ONE
                    + "\3\0\0xpw\40\1\0\1\0\4\0\24()Ljava/lang/String;\0\0\0q\0~\0\0p",
            "sr\0\"dev.instancepatch.wire.BundleBytes" + ONE + "\3\0\0xpw\241\0\0\0\235\0\1xx",
            "\254\355\0\5sr\0");

    static final byte[] BYTES = TEXT.getBytes(StandardCharsets.ISO_8859_1);

    private StreamDictionary() {}
}
