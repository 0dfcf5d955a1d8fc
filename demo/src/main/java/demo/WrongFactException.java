package demo;

/** Something that the demo claims is not so. */
final class WrongFactException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongFactException(String... lines) {
        super(String.join(System.lineSeparator() + "  ", lines));
    }
}
