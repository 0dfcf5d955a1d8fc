package dev.instancepatch.agent;

import dev.instancepatch.agent.door.Door;
import dev.instancepatch.agent.serial.ByValueHooks;
import dev.instancepatch.agent.serial.NearestLoader;
import dev.instancepatch.agent.serial.ReaderHooks;
import dev.instancepatch.agent.serial.WriterHooks;
import dev.instancepatch.table.CallSites;
import dev.instancepatch.table.MethodId;
import dev.instancepatch.table.MethodNumbers;
import dev.instancepatch.table.Slots;
import dev.instancepatch.wire.WireClasses;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Stands behind the {@link Door} and knows the runtime. Defined with the renamed door as its superclass. */
final class DoorKeeper extends Door {
    DoorKeeper() {}

    @Override
    protected CallSite linkSlot(Class<?> woven, String name, String descriptor, MethodType type) {
        return CallSites.slot(id(woven, name, descriptor), type);
    }

    @Override
    protected CallSite linkFind(Class<?> woven, String name, String descriptor) {
        return CallSites.find(id(woven, name, descriptor));
    }

    @Override
    protected CallSite linkCall(Class<?> woven, String name, String descriptor, MethodType type) {
        return CallSites.call(id(woven, name, descriptor), type);
    }

    @Override
    protected @Nullable Object findAside(Object self, int method) {
        return CallSites.findAside(self, method);
    }

    @Override
    protected void sawClone(Object original, Object copy) {
        CallSites.cloned(original, copy);
    }

    @Override
    protected @Nullable Object findNow(Object table, Object self, int method) throws Throwable {
        return CallSites.findNow(MethodNumbers.at(method), table, self);
    }

    @Override
    protected MethodHandle boxedCall(int method) {
        return CallSites.boxedCall(MethodNumbers.at(method));
    }

    @Override
    protected @Nullable Object slotNow(Object self) {
        return Slots.table(self);
    }

    @Override
    protected void sawArray(ObjectOutputStream out, Object array) {
        WriterHooks.array(out, array);
    }

    @Override
    protected Object descriptorOf(ObjectOutputStream out, Object object, Object descriptor) {
        return WriterHooks.descriptor(out, object, (ObjectStreamClass) descriptor);
    }

    @Override
    protected boolean wrotePhantom(ObjectOutputStream out, Object object, Object descriptor) throws IOException {
        return WriterHooks.phantom(out, object, (ObjectStreamClass) descriptor);
    }

    @Override
    protected void sawWritten(ObjectOutputStream out, Object object) {
        WriterHooks.written(out, object);
    }

    @Override
    protected void sawStandIn(ObjectOutputStream out, Object original, Object replacement, boolean unshared) {
        WriterHooks.standsIn(out, original, replacement, unshared);
    }

    @Override
    protected Object fieldsOf(ObjectOutputStream out, Object record, Object descriptor) throws IOException {
        return WriterHooks.recordFields(out, record, (ObjectStreamClass) descriptor);
    }

    @Override
    protected void writeTrailer(ObjectOutputStream out, Object object) throws IOException {
        WriterHooks.trailer(out, object);
    }

    @Override
    protected void writeAnnotation(ObjectOutputStream out, Object descriptor) throws IOException {
        ByValueHooks.annotate(out, (ObjectStreamClass) descriptor);
        WriterHooks.annotation(out, (ObjectStreamClass) descriptor);
    }

    @Override
    protected void sawReplacing(ObjectOutputStream out, Object object) {
        WriterHooks.replacing(out, object);
    }

    @Override
    protected @Nullable Object chosenInstead(Object original, Object replacement) {
        return ByValueHooks.instead(original, replacement);
    }

    @Override
    protected void sawReplacement(
            ObjectOutputStream out, Object original, @Nullable Object replacement, boolean unshared) {
        WriterHooks.replaced(out, original, replacement, unshared);
    }

    @Override
    protected void sawReference(ObjectOutputStream out, int handle) {
        WriterHooks.referred(out, handle);
    }

    @Override
    protected void sawOverride(ObjectOutputStream out, @Nullable Object object) {
        WriterHooks.overridden(out, object);
    }

    @Override
    protected void sawObject(@Nullable Object object, ObjectInputStream in) throws IOException {
        ReaderHooks.objectRead(object, in);
    }

    @Override
    protected Throwable sawFailure(Throwable failure, ObjectInputStream in) {
        return ReaderHooks.readFailed(failure, in);
    }

    @Override
    protected void sawHandedOut(@Nullable Object object, ObjectInputStream in) throws IOException {
        ReaderHooks.handedOut(object, in);
    }

    @Override
    protected @Nullable Class<?> ownClass(Object descriptor) {
        return WireClasses.named(((ObjectStreamClass) descriptor).getName());
    }

    @Override
    protected void sawResolving(ObjectInputStream in, Object descriptor) {
        ReaderHooks.resolving(in, (ObjectStreamClass) descriptor);
    }

    @Override
    protected @Nullable Class<?> chosen(ObjectInputStream in, Object descriptor, @Nullable Class<?> type)
            throws IOException {
        ObjectStreamClass read = (ObjectStreamClass) descriptor;
        return ByValueHooks.choose(in, read, NearestLoader.choose(in, read, type));
    }

    @Override
    protected void sawResolved(ObjectInputStream in, Object descriptor, @Nullable Class<?> type) throws IOException {
        ReaderHooks.resolved(in, (ObjectStreamClass) descriptor, type);
    }

    private static MethodId id(Class<?> woven, String name, String descriptor) {
        MethodId id = MethodId.of(woven, name, descriptor);
        if (id == null) {
            throw new IllegalStateException(woven + " does not declare " + name + descriptor);
        }
        return id;
    }
}
