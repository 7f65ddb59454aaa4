package io.countersign.stack.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The folder with an installation's secrets. Only its owner can read it and the files in it.
 *
 * <p>What is there is never replaced: a lost sealing key would make what is under way unreadable.
 */
public final class KeyFolder {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /**
     * Generates what is missing for a stack whose providers are simulated.
     *
     * @return the names of the files that it wrote, none when all were there
     */
    public List<String> complete(SecureRandom random) throws IOException {
        return complete(EnumSet.allOf(Secret.class), random);
    }

    /**
     * Generates what is missing for a deployment, whose providers give out secrets of their own.
     *
     * @return the names of the files that it wrote, none when all were there
     */
    public List<String> completeForDeployment(SecureRandom random) throws IOException {
        return complete(Secret.ofDeployment(), random);
    }

    /** The content of a secret's file, without white space around it. */
    public String read(Secret secret) throws IOException {
        return Files.readString(folder.resolve(secret.file())).strip();
    }

    private List<String> complete(Set<Secret> secrets, SecureRandom random) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, OWNER_ONLY_FOLDER);
        }
        List<String> written = new ArrayList<>();
        for (Secret secret : secrets) {
            if (!Files.exists(folder.resolve(secret.file()))) {
                write(secret.file(), secret.generate(random));
                written.add(secret.file());
            }
        }
        return written;
    }

    /** Either the whole file or none, so that a start that was cut off leaves no half key. */
    private void write(String name, String content) throws IOException {
        Path started = Files.createTempFile(folder, name, ".part", OWNER_ONLY_FILE);
        Files.writeString(started, content + "\n");
        Files.move(started, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
