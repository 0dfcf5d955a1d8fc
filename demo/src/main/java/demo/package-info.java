/** The demo: starts the JVMs of {@code farm}, {@code lab} and {@code sender}, shows what they print, and checks it. */
package demo;
