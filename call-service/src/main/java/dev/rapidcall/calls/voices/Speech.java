package dev.rapidcall.calls.voices;

/** Something said. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Speech(String contentType, byte[] audio) {}
