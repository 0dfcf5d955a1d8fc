package dev.instancepatch.code;

import java.nio.charset.StandardCharsets;

/**
 * Text that class files of functions have in common, for deflation (RFC 1950, preset dictionary): the likeliest last. Part of
 * the wire format: never change it, add another one under another format version.
 */
final class Dictionary {
    private static final String TEXT = String.join(
            "\n",
            "java/util/function/Function",
            "java/util/function/Supplier",
            "java/util/function/Predicate",
            "java/util/stream/Collectors",
            "java/util/stream/Stream",
            "java/util/concurrent/Callable",
            "java/util/ArrayList",
            "java/util/HashMap",
            "java/util/Collection",
            "java/util/Iterator",
            "java/util/Map",
            "java/util/List",
            "java/io/Serializable",
            "java/io/IOException",
            "java/lang/IllegalArgumentException",
            "java/lang/IllegalStateException",
            "java/lang/RuntimeException",
            "java/lang/StringBuilder",
            "java/lang/Character",
            "java/lang/Boolean",
            "java/lang/Double",
            "java/lang/Long",
            "java/lang/Integer",
            "java/lang/Math",
            "java/lang/Iterable",
            "java/lang/Throwable",
            "java/lang/Exception",
            "doubleValue()Djava/lang/Double(D)Ljava/lang/Double;",
            "longValue()Jjava/lang/Long(J)Ljava/lang/Long;",
            "booleanValue()Z(Z)Ljava/lang/Boolean;",
            "intValue()Ijava/lang/Integer(I)Ljava/lang/Integer;valueOf",
            "toUpperCase()Ljava/lang/String;toStringequals(Ljava/lang/Object;)ZhashCode()Ilength()Isize()I",
            "get(Ljava/lang/Object;)Ljava/lang/Object;put(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
            "java/lang/invoke/LambdaMetafactorymetafactoryaltMetafactory",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)"
                    + "Ljava/lang/invoke/CallSite;",
            "java/lang/invoke/StringConcatFactorymakeConcatWithConstants",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
            "BootstrapMethodsInnerClassesStackMapTableExceptions",
            "dev/instancepatch/Original0",
            "dev/instancepatch/Original1",
            "call(Ljava/lang/Object;)Ljava/lang/Object;",
            "dev/instancepatch/Call",
            "(Ldev/instancepatch/Call;)Ljava/lang/Object;",
            "dev/instancepatch/Interceptor",
            "dev/instancepatch/Around0",
            "dev/instancepatch/Around1",
            "dev/instancepatch/VoidReplacement0",
            "dev/instancepatch/VoidReplacement1",
            "dev/instancepatch/Replacement2",
            "dev/instancepatch/Replacement1",
            "dev/instancepatch/Replacement0",
            ";)Ljava/lang/Integer;",
            ";)Ljava/lang/String;",
            ";)Ljava/lang/Object;",
            "java/lang/String",
            "java/lang/Object",
            "Main.java",
            "lambda$1",
            "lambda$0",
            "SourceFile",
            "LineNumberTable",
            "Code",
            "\0\0\0\u003d\0");

    static final byte[] BYTES = TEXT.getBytes(StandardCharsets.ISO_8859_1);

    private Dictionary() {}
}
