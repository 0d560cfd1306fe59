/** The WhatsApp simulator: a stand-in for Meta's WhatsApp Cloud API, with customers whom one plays oneself. */
@NullMarked
package dev.tertulia.local.whatsapp;

import org.jspecify.annotations.NullMarked;
