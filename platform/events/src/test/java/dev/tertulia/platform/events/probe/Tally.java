package dev.tertulia.platform.events.probe;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An entity that adds up what it is told. */
@Entity
@Table(name = "tally")
public class Tally {
    @Id
    UUID id;

    long total;
    long lastNumber;

    protected Tally() {}

    Tally(UUID id) {
        this.id = id;
    }

    void add(long number) {
        total += number;
        lastNumber = number;
    }

    long total() {
        return total;
    }
}
