package io.github.fullstackmaven.it.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** An {@link EngineTest} that runs on each of the lab's engines that this run is to try. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("engines")
@ParameterizedClass(name = "{0}")
@MethodSource("io.github.fullstackmaven.it.lab.LabEngine#underTest")
@interface OnEveryEngine {}
