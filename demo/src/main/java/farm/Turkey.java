package farm;

import java.io.Serializable;

/** An ordinary class. It declares no serialVersionUID: the default one is the same with and without the agent. */
@SuppressWarnings("serial")
public class Turkey implements Serializable {
    /** Says hello. */
    public String hi() {
        return "hello";
    }

    /** Says hello to somebody. */
    public String greet(String who) {
        return "hello " + who;
    }

    /** Takes a name, and forgets it: the bird is a turkey. */
    public void rename(String name) {}
}
