package dev.tertulia.violator.unmarked;

class NullFriend {}
