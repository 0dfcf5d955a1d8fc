package dev.instancepatch.agent.capture;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.refusal.Refusals;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;

/** Makes the bundle of a lambda: its own slices, and the units they use. */
final class Slices {
    private final ClassPool pool;
    private final ByValue rule;
    private final Units units;
    private final String function;

    /**
     * A maker.
     *
     * @param function what to call it in a refusal
     * @param values reads what static fields hold, or nothing
     */
    Slices(ClassPool pool, ByValue rule, StaticsReader values, String function) {
        this.pool = pool;
        this.rule = rule;
        this.units = new Units(pool, rule, values, function);
        this.function = function;
    }

    /**
     * Cuts a lambda out of the class that made it.
     *
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NOT_CAPTURABLE}
     */
    Bundle bundle(LambdaSite site) {
        ClassNode host = pool.get(site.writer());
        if (host == null) {
            throw Refusals.notCapturable(
                    function, "the class file of " + Part.dotted(site.writer()) + " cannot be found", null);
        }
        Set<String> whole = new HashSet<>();
        Program program;
        do {
            program = new Program(pool, rule, whole, function);
            program.enter(site, host);
        } while (whole.addAll(program.types()));
        List<MadeUnit> used = units.all(program.types());
        used.addAll(units.statics(program));
        Reached.check(program, used, function);
        List<ClassImage> images = program.images();
        Visibility visibility = new Visibility(images.get(0).name(), host.name, program);
        return new Bundle(
                site.interfaces(pool),
                visibility.visible(site.entryDescriptor()),
                visibility.visible(site.functionDescriptor()),
                site.functionDescriptor(),
                new ClassUnit(
                        images,
                        0,
                        new byte[0],
                        used.stream().map(MadeUnit::unit).toList()));
    }
}
