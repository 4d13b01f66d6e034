/** The templates that a repository has of its own, beside those that they were copied from. */
package io.github.fullstackmaven.goal.templates;
