package dev.tertulia.neighbour;

/** Stands for another service. */
public final class Neighbour {

    private Neighbour() {}

    public static void call() {}
}
