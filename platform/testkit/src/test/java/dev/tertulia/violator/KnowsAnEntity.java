package dev.tertulia.violator;

import dev.tertulia.violator.feature.SecretEntity;

class KnowsAnEntity {

    String name(SecretEntity entity) {
        return entity.toString();
    }
}
