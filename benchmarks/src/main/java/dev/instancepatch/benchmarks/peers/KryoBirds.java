package dev.instancepatch.benchmarks.peers;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.instancepatch.benchmarks.streams.Turkey;
import java.util.ArrayList;

/**
 * Kryo, used as its manual says: one instance, since it takes a while to make, and a buffer that is used again. It knows the classes
 * beforehand and writes numbers for them; references are tracked, as object streams do, so that one bird twice stays one.
 */
final class KryoBirds {
    private static final int BUFFER = 4_096;

    private final Kryo kryo = new Kryo();
    private final Output output = new Output(BUFFER, -1);
    private final Input input = new Input();

    KryoBirds() {
        kryo.setReferences(true);
        kryo.register(Turkey.class);
        kryo.register(ArrayList.class);
    }

    byte[] write(Object birds) {
        output.reset();
        kryo.writeClassAndObject(output, birds);
        return output.toBytes();
    }

    Object read(byte[] bytes) {
        input.setBuffer(bytes);
        return kryo.readClassAndObject(input);
    }
}
