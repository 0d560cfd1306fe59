package dev.tertulia.violator;

class EverythingManager {}
