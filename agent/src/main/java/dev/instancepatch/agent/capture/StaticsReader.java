package dev.instancepatch.agent.capture;

/** Reads what the static fields that a program uses hold. */
interface StaticsReader {
    /** Returns a stream of the value; if that cannot travel, it becomes a problem of whoever reads it. */
    byte[] read(StaticField field, Program program);

    /** Reads nothing: for looking whether code is the same. */
    static StaticsReader none() {
        return (field, program) -> new byte[0];
    }
}
