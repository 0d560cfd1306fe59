package dev.tertulia.platform.crypto;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What an operator does with the master key: {@code MasterKeyCommand create|show|add|promote|remove <file> [version]}.
 *
 * <p>To rotate it: {@code add}, restart every service so that all have the new key; {@code promote}, restart again so that
 * all encrypt with it; have the services encrypt anew what is under the old one; then {@code remove} that.
 */
public final class MasterKeyCommand {
    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private final PrintStream out;

    MasterKeyCommand(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new MasterKeyCommand(System.out).run(arguments));
    }

    /** Gives the exit code: 0, or 1 where it failed, 2 where it was called wrongly. */
    int run(String... arguments) {
        try {
            return switch (arguments.length) {
                case 2 -> run(arguments[0], Path.of(arguments[1]));
                case 3 -> remove(arguments[0], Path.of(arguments[1]), arguments[2]);
                default -> usage();
            };
        } catch (CryptoException e) {
            out.println(e.getMessage());
            return FAILED;
        }
    }

    private int run(String command, Path file) {
        return switch (command) {
            case "create" -> say(MasterKeys.createIfMissing(file));
            case "show" -> say(MasterKeys.read(file));
            case "add" -> write(MasterKeys.read(file).withNewKey(), file);
            case "promote" -> write(MasterKeys.read(file).withNewestAsPrimary(), file);
            default -> usage();
        };
    }

    private int remove(String command, Path file, String version) {
        return command.equals("remove") && version.matches("[1-9][0-9]{0,8}")
                ? write(MasterKeys.read(file).without(Integer.parseInt(version)), file)
                : usage();
    }

    private int write(MasterKeys keys, Path file) {
        keys.write(file);
        return say(keys);
    }

    private int say(MasterKeys keys) {
        out.println(keys);
        return 0;
    }

    private int usage() {
        out.println("MasterKeyCommand create|show|add|promote <file>, or remove <file> <version>");
        return USAGE;
    }
}
