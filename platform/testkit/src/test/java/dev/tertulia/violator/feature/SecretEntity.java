package dev.tertulia.violator.feature;

import jakarta.persistence.Entity;

@Entity
public class SecretEntity {}
