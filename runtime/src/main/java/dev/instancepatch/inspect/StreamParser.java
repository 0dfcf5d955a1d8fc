package dev.instancepatch.inspect;

import static java.io.ObjectStreamConstants.STREAM_MAGIC;
import static java.io.ObjectStreamConstants.STREAM_VERSION;
import static java.io.ObjectStreamConstants.TC_ARRAY;
import static java.io.ObjectStreamConstants.TC_CLASS;
import static java.io.ObjectStreamConstants.TC_CLASSDESC;
import static java.io.ObjectStreamConstants.TC_ENUM;
import static java.io.ObjectStreamConstants.TC_EXCEPTION;
import static java.io.ObjectStreamConstants.TC_LONGSTRING;
import static java.io.ObjectStreamConstants.TC_NULL;
import static java.io.ObjectStreamConstants.TC_OBJECT;
import static java.io.ObjectStreamConstants.TC_PROXYCLASSDESC;
import static java.io.ObjectStreamConstants.TC_REFERENCE;
import static java.io.ObjectStreamConstants.TC_STRING;

import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.refusal.ReadRefusals;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks through an object stream by its grammar (Java Object Serialization Specification, 6.4) and tells {@link Findings} what it
 * meets. It never calls itself, so that no stream is too deep for its stack; it takes time and memory in proportion to the bytes.
 */
final class StreamParser {
    private static final int MAX_DEPTH = 1_000_000;

    private final StreamBytes bytes;
    private final Findings findings;
    private final Handles handles = new Handles();
    private final Deque<Frame> open = new ArrayDeque<>();

    StreamParser(byte[] stream, Findings findings) {
        this.bytes = new StreamBytes(stream);
        this.findings = findings;
    }

    /** Reads the whole stream. */
    void parse() throws RefusedPatchException {
        if ((short) bytes.u2() != STREAM_MAGIC || bytes.u2() != STREAM_VERSION) {
            throw bytes.refusal("it begins otherwise");
        }
        open.push(new StreamFrame());
        while (!open.isEmpty()) {
            open.peek().step(this);
        }
    }

    StreamBytes bytes() {
        return bytes;
    }

    Handles handles() {
        return handles;
    }

    Findings findings() {
        return findings;
    }

    /** Reads one content that is no block, or begins to. */
    void content() throws RefusedPatchException {
        int tag = bytes.u1();
        switch (tag) {
            case TC_NULL -> took(Content.NULL);
            case TC_REFERENCE -> took(reference());
            case TC_CLASSDESC -> begin(DescriptorFrame.ofClass(this));
            case TC_PROXYCLASSDESC -> begin(DescriptorFrame.ofProxy(this));
            case TC_OBJECT -> begin(new ObjectFrame());
            case TC_STRING, TC_LONGSTRING -> took(string(tag));
            case TC_ARRAY -> begin(new ArrayFrame());
            case TC_CLASS -> begin(new ClassFrame());
            case TC_ENUM -> begin(new EnumFrame());
            case TC_EXCEPTION -> abort();
            default -> throw bytes.refusal("nothing begins with " + Integer.toHexString(tag));
        }
    }

    /** Reads one content that describes a class, or begins to. */
    void descriptor() throws RefusedPatchException {
        switch (bytes.peek()) {
            case TC_NULL, TC_REFERENCE, TC_CLASSDESC, TC_PROXYCLASSDESC -> content();
            default -> throw bytes.refusal("a class is not described");
        }
    }

    /** Reads a string, or a reference to one. */
    void text() throws RefusedPatchException {
        int tag = bytes.u1();
        switch (tag) {
            case TC_STRING, TC_LONGSTRING -> string(tag);
            case TC_REFERENCE -> requireString(reference());
            default -> throw bytes.refusal("a text is none");
        }
    }

    private Content string(int tag) throws RefusedPatchException {
        handles.give(Content.STRING);
        bytes.skip(tag == TC_STRING ? bytes.u2() : bytes.i8());
        return Content.STRING;
    }

    private void requireString(Content content) throws RefusedPatchException {
        if (content != Content.STRING) {
            throw bytes.refusal("a text is none");
        }
    }

    private Content reference() throws RefusedPatchException {
        Content content = handles.at(bytes.i4());
        if (content == null) {
            throw bytes.refusal("it refers to what is not there");
        }
        return content;
    }

    /** Returns a content as the description of a class of which there may be objects. */
    Described complete(Content content) throws RefusedPatchException {
        if (content instanceof Described type && type.isComplete()) {
            return type;
        }
        throw bytes.refusal("a class is not described");
    }

    private void begin(Frame frame) throws RefusedPatchException {
        if (open.size() == MAX_DEPTH) {
            throw ReadRefusals.tooDeepToInspect(MAX_DEPTH);
        }
        open.push(frame);
    }

    /** Ends the innermost frame; the one around it is told what it was. */
    void end(Content content) throws RefusedPatchException {
        open.pop();
        took(content);
    }

    /** Ends the stream. */
    void end() {
        open.clear();
    }

    private void took(Content content) throws RefusedPatchException {
        Frame frame = open.peek();
        if (frame != null) {
            frame.took(content, this);
        }
    }

    /** The writer failed and said so: what was begun stays unfinished, and handles begin anew before and after the exception. */
    private void abort() {
        while (open.size() > 1) {
            open.pop();
        }
        handles.clear();
        if (open.peek() instanceof StreamFrame stream) {
            stream.exceptionFollows();
        }
    }
}
