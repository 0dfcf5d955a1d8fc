package dev.instancepatch.agent;

import dev.instancepatch.code.ByValuePackages;
import dev.instancepatch.trust.Signing;
import dev.instancepatch.wire.MaxBytes;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the agent was told: {@code key=value,key=value} on the command line, then system properties {@code instancepatch.KEY},
 * then the environment variable {@code INSTANCE_PATCH_OPTIONS}, then {@code config=FILE}; the first to say something wins.
 *
 * <p>Loops and old input streams: this runs before main, where each lambda costs a millisecond.
 */
final class Options {
    static final String ENVIRONMENT = "INSTANCE_PATCH_OPTIONS";

    private static final String PROPERTY_PREFIX = "instancepatch.";
    private static final String CONFIG = "config";

    private final Map<AgentOption, String> values = new EnumMap<>(AgentOption.class);
    private final List<String> warnings = new ArrayList<>();
    private @Nullable String config;

    private Options() {}

    /** Reads all four sources. Nothing is refused: what is not understood becomes a warning. */
    static Options read(@Nullable String commandLine, Properties system, Map<String, String> environment) {
        Options options = new Options();
        options.readList(commandLine, "the command line");
        for (String name : system.stringPropertyNames()) {
            if (name.startsWith(PROPERTY_PREFIX)) {
                options.set(name.substring(PROPERTY_PREFIX.length()), system.getProperty(name), "system properties");
            }
        }
        options.readList(environment.get(ENVIRONMENT), ENVIRONMENT);
        options.readConfig();
        options.checkPatterns(AgentOption.INCLUDE);
        options.checkPatterns(AgentOption.EXCLUDE);
        options.checkPatterns(AgentOption.WIRE_TARGETS);
        options.checkPackages();
        options.check(AgentOption.ENABLED, List.of("true", "false"));
        options.check(AgentOption.WEAVE, List.of("lazy", "eager"));
        options.check(AgentOption.DEBUG, List.of("true", "false"));
        options.check(AgentOption.CAPTURES, List.of("refuse", "allow"));
        options.checkExpires();
        options.checkAudience();
        options.check(AgentOption.UNCARRIED, List.of("fail", "drop"));
        options.check(AgentOption.REFUSED, List.of("fail", "strip"));
        options.check(AgentOption.ENUMS, List.of("fail", "carry"));
        options.check(AgentOption.CAPTURED_THIS, List.of("fail", "snapshot"));
        options.checkNumber(AgentOption.MAX_BYTES);
        return options;
    }

    @Nullable
    String get(AgentOption option) {
        return values.get(option);
    }

    boolean is(AgentOption option, String value) {
        return value.equals(values.get(option));
    }

    boolean hasAny(AgentOption... options) {
        for (AgentOption option : options) {
            if (values.containsKey(option)) {
                return true;
            }
        }
        return false;
    }

    /** Returns all that was understood, by the names of the options. */
    Map<String, String> settings() {
        if (values.isEmpty()) {
            return Map.of();
        }
        Map<String, String> settings = new HashMap<>();
        for (Map.Entry<AgentOption, String> entry : values.entrySet()) {
            settings.put(entry.getKey().key(), entry.getValue());
        }
        return settings;
    }

    /** Returns the patterns of an option, separated by colons. */
    List<String> patterns(AgentOption option) {
        String value = values.get(option);
        return value == null || value.isBlank() ? List.of() : Arrays.asList(value.split(":"));
    }

    /** Returns what was not understood, each with its source and what is known instead. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void readList(@Nullable String list, String source) {
        if (list == null || list.isBlank()) {
            return;
        }
        for (String pair : list.split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                warnings.add("\"" + pair.trim() + "\" in " + source + " is not of the form key=value");
            } else {
                set(pair.substring(0, equals).trim(), pair.substring(equals + 1).trim(), source);
            }
        }
    }

    private void set(String key, String value, String source) {
        if (key.equals(CONFIG)) {
            config = config == null ? value : config;
            return;
        }
        for (AgentOption option : AgentOption.values()) {
            if (option.key().equals(key)) {
                values.putIfAbsent(option, value);
                return;
            }
        }
        warnings.add("unknown option \"" + key + "\" in " + source + "; known: " + known());
    }

    private void readConfig() {
        if (config == null) {
            return;
        }
        Properties file = new Properties();
        try (InputStream in = new FileInputStream(config)) {
            file.load(in);
        } catch (IOException | IllegalArgumentException e) {
            warnings.add("config=" + config + " cannot be read: " + e);
        }
        for (String name : file.stringPropertyNames()) {
            set(name, file.getProperty(name), config);
        }
    }

    private void check(AgentOption option, List<String> allowed) {
        String value = values.remove(option);
        if (value == null) {
            return;
        }
        String lower = value.toLowerCase(Locale.ROOT);
        if (allowed.contains(lower)) {
            values.put(option, lower);
        } else {
            warnings.add(option.key() + "=" + value + " is none of " + String.join(", ", allowed)
                    + "; the default stays in force");
        }
    }

    private void checkNumber(AgentOption option) {
        String value = values.get(option);
        if (value != null && MaxBytes.parse(value) == 0) {
            values.remove(option);
            warnings.add(option.key() + "=" + value + " is no number from 1 to 2147483647; the default stays in force");
        }
    }

    /** {@code a.b.*} or a class's name: a star elsewhere would match nothing, ever. */
    private void checkPatterns(AgentOption option) {
        for (String pattern : patterns(option)) {
            int star = pattern.indexOf('*');
            if (star >= 0 && star < pattern.length() - 1) {
                warnings.add(
                        option.key() + "=" + pattern + " matches nothing: a star stands at the end, as in com.acme.*");
            }
        }
    }

    private void checkPackages() {
        List<String> names = new ArrayList<>();
        for (String name : patterns(AgentOption.BY_VALUE)) {
            if (ByValuePackages.isName(name)) {
                names.add(name);
            } else {
                warnings.add("by-value=" + name + " is no name of an application's package; its sub-packages are"
                        + " included without a star");
            }
        }
        if (values.containsKey(AgentOption.BY_VALUE)) {
            values.put(AgentOption.BY_VALUE, String.join(":", names));
        }
    }

    private void checkExpires() {
        String value = values.get(AgentOption.EXPIRES);
        if (value != null && Signing.duration(value) == null) {
            warnings.add("expires=" + value + " is no duration such as PT12H, 12h or 7d; nothing is signed");
        }
    }

    private void checkAudience() {
        String value = values.get(AgentOption.AUDIENCE);
        if (value != null && !Signing.isAudience(value)) {
            warnings.add(
                    "audience=" + value + " is no name of 1 to 200 characters; nothing is signed, and nobody named");
        }
    }

    private static String known() {
        List<String> keys = new ArrayList<>();
        for (AgentOption option : AgentOption.values()) {
            keys.add(option.key());
        }
        keys.add(CONFIG);
        return String.join(", ", keys);
    }
}
