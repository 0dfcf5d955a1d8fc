/** Those who patch. No receiver has these classes. */
package sender;
