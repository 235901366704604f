package dev.rapidcall.calls.knowledge;

/**
 * A document that was found.
 *
 * @param score 1 for the best, less for the others
 */
record Found(
    String docId, String folderId, String title, String kind, String excerpt, double score) {}
