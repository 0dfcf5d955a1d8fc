package dev.instancepatch.it.functions.languages;

/** As Scala 3 compiles them. */
class Scala3Test extends ScalaFunctions {
    Scala3Test() {
        super(Language.SCALA_3);
    }
}
