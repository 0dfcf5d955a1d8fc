package dev.instancepatch.it.functions.languages;

/** As Scala 2.13 compiles them. */
class Scala2Test extends ScalaFunctions {
    Scala2Test() {
        super(Language.SCALA_2);
    }
}
