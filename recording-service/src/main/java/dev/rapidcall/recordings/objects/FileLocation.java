package dev.rapidcall.recordings.objects;

/** Where a file lies. */
public record FileLocation(String bucket, String key) {}
