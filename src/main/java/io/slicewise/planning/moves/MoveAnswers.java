package io.slicewise.planning.moves;

/**
 * The two answers to one question.
 *
 * @param withStop what moves is stopped before anything is made anew
 * @param newFirst each new instance is made while its old one still runs
 */
public record MoveAnswers(MoveAnswer withStop, MoveAnswer newFirst) {}
