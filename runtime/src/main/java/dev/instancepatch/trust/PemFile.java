package dev.instancepatch.trust;

import dev.instancepatch.refusal.KeyRefusals;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file's PEM blocks (RFC 7468), and the text around them. Nothing is decoded yet, so that whoever asks can tell first what
 * kind of block it is.
 *
 * <p>Loops and old input streams, as all that this room does before main.
 */
final class PemFile {
    private static final int MOST_BYTES = 64 << 10;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private final Path file;
    private final List<PemBlock> blocks = new ArrayList<>();
    private List<PemLine> text = new ArrayList<>(); // since the last block
    private @Nullable PemBlock open;

    private PemFile(Path file) {
        this.file = file;
    }

    /** Reads a file; what is no PEM is refused, text alone is not. */
    static PemFile read(Path file) {
        PemFile pem = new PemFile(file);
        pem.readLines(content(file));
        return pem;
    }

    List<PemBlock> blocks() {
        return blocks;
    }

    /** Returns the lines behind the last block. */
    List<PemLine> behind() {
        return text;
    }

    private static String content(Path file) {
        byte[] bytes;
        try (InputStream in = new FileInputStream(file.toString())) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw KeyRefusals.unreadableKeyFile(file, e);
        }
        if (bytes.length > MOST_BYTES) {
            throw KeyRefusals.keyFileTooLong(file, MOST_BYTES);
        }
        String content = new String(bytes, StandardCharsets.UTF_8);
        return content.startsWith(BYTE_ORDER_MARK) ? content.substring(1) : content;
    }

    private void readLines(String content) {
        int number = 0;
        for (String line : content.replace("\r\n", "\n").replace('\r', '\n').split("\n")) {
            number++;
            String stripped = line.strip();
            if (!stripped.isEmpty()) {
                read(new PemLine(number, stripped));
            }
        }
        if (open != null) {
            throw KeyRefusals.brokenKeyFile(file, open.line(), "its END line is missing");
        }
    }

    private void read(PemLine line) {
        String begun = label(line, BEGIN);
        String ended = label(line, END);
        if (begun != null) {
            begin(line, begun);
        } else if (ended != null) {
            end(line, ended);
        } else if (isDamaged(line.text())) {
            throw KeyRefusals.brokenKeyFile(file, line.number(), "it is no complete BEGIN or END line");
        } else if (open != null) {
            open.add(line);
        } else {
            text.add(line);
        }
    }

    private static @Nullable String label(PemLine line, String start) {
        String text = line.text();
        boolean isOne =
                text.startsWith(start) && text.endsWith(DASHES) && text.length() > start.length() + DASHES.length();
        return isOne ? text.substring(start.length(), text.length() - DASHES.length()) : null;
    }

    /** Taken for text, it would hand the lines in front of its block to the next one. */
    private static boolean isDamaged(String text) {
        return text.startsWith("-") && (text.contains("BEGIN") || text.contains("END"));
    }

    private void begin(PemLine line, String label) {
        if (open != null) {
            throw KeyRefusals.brokenKeyFile(file, line.number(), "the END line of the block before it is missing");
        }
        open = new PemBlock(file, line.number(), label, text);
        text = new ArrayList<>();
    }

    private void end(PemLine line, String label) {
        if (open == null || !open.label().equals(label)) {
            throw KeyRefusals.brokenKeyFile(file, line.number(), "it ends what no BEGIN line began");
        }
        blocks.add(open);
        open = null;
    }
}
