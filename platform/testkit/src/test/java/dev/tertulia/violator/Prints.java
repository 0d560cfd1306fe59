package dev.tertulia.violator;

class Prints {

    void violate(RuntimeException e) {
        System.out.println("out");
        System.err.println("err");
        e.printStackTrace();
    }
}
