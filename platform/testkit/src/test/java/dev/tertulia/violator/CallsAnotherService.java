package dev.tertulia.violator;

import dev.tertulia.neighbour.Neighbour;

class CallsAnotherService {

    void violate() {
        Neighbour.call();
    }
}
