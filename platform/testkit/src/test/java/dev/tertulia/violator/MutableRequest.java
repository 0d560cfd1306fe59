package dev.tertulia.violator;

class MutableRequest {}
