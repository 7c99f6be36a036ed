package org.trialseal.core.ots;

/**
 * One way on from a message.
 *
 * @param op the operation
 * @param next the timestamp of the operation's result
 */
public record Branch(Op op, Timestamp next) {}
