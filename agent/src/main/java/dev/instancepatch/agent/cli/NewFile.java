package dev.instancepatch.agent.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files that were not there before. */
final class NewFile {
    private NewFile() {}

    /**
     * Writes a file; a secret one is its owner's from the moment it is there, for a permission that is taken away later was there
     * before.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one of this name
     */
    static void write(Path file, String content, boolean secret) throws IOException {
        FileAttribute<?>[] attributes =
                secret ? new FileAttribute<?>[] {forOwnerOnly(file.getFileSystem())} : new FileAttribute<?>[0];
        ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII));
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(file, options, attributes)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (UnsupportedOperationException e) {
            throw new IOException("the file system cannot keep it to its owner", e);
        }
    }

    private static FileAttribute<?> forOwnerOnly(FileSystem system) throws IOException {
        return system.supportedFileAttributeViews().contains("posix")
                ? PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                : new OwnerOnlyList(owner(system));
    }

    private static List<AclEntry> owner(FileSystem system) throws IOException {
        return List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(
                        system.getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name")))
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build());
    }

    /** The access control list of a file system without POSIX permissions; whoever knows none of these refuses it. */
    private record OwnerOnlyList(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
