package dev.rapidcall.gateway.accounts;

/** A workspace and what somebody is in it. */
record Membership(Workspace workspace, Role role) {}
